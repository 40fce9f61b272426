"""What is measured grows with what is done to the print, and with nothing else."""

import cv2
import numpy as np
import pytest

from extractors.evidence import Legibility, PageEvidence
from extractors.ocr.engine import Image
from extractors.page.ink import split_inks
from extractors.page.legibility import Picture, legibility_on, measured, with_legibility
from tests.extractors.page.prints import WIDTH, evidence_of, line_at, page_of_print


def page_of(image: Image) -> PageEvidence:
    """The page of print, changed, with its measures."""
    _, lines = page_of_print()
    page = evidence_of(measured(lines, Picture.of(image)), image.shape[1], image.shape[0])
    return with_legibility(page, split_inks(image))


def first_line(image: Image) -> Legibility:
    """The measures of the first line."""
    legibility = page_of(image).lines[0].legibility
    assert legibility is not None
    return legibility


def motion(image: Image, length: int) -> Image:
    """Moved sideways."""
    return np.asarray(cv2.blur(image, (length, 1)), dtype=np.uint8)


PLAIN, _ = page_of_print()


def test_blur_widens_the_edges_step_by_step() -> None:
    edges = [first_line(np.asarray(cv2.GaussianBlur(PLAIN, (0, 0), s), dtype=np.uint8)).edge for s in (0.5, 2, 4, 7)]
    assert edges == sorted(edges)
    assert edges[-1] > 3 * edges[0]


def test_a_hands_movement_widens_them_though_it_leaves_half_of_them_sharp() -> None:
    assert first_line(motion(PLAIN, 15)).edge > 2 * first_line(PLAIN).edge


def test_light_and_toner_do_not_widen_the_edges() -> None:
    dark = np.clip(PLAIN * 0.3, 0, 255).astype(np.uint8)
    pale, _ = page_of_print(ink=170)
    for image in (dark, pale):
        assert first_line(image).edge == pytest.approx(first_line(PLAIN).edge, rel=0.35)
    assert first_line(dark).paper < 0.3
    assert first_line(pale).contrast < 0.3 * first_line(PLAIN).contrast


def test_grain_is_noise() -> None:
    grain = np.random.default_rng(2).normal(0, 25, PLAIN.shape)
    noisy = np.clip(PLAIN + grain, 0, 255).astype(np.uint8)
    assert first_line(noisy).noise > 4 * first_line(PLAIN).noise + 0.02


def test_squares_of_jpeg_are_seen() -> None:
    _, data = cv2.imencode(".jpg", PLAIN, [cv2.IMWRITE_JPEG_QUALITY, 4])
    squared = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), dtype=np.uint8)
    assert first_line(squared).blocks > 0.1 > 3 * first_line(PLAIN).blocks


def test_a_small_picture_has_small_lines() -> None:
    small = np.asarray(cv2.resize(PLAIN, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    assert first_line(small).height_px == pytest.approx(first_line(PLAIN).height_px / 5, rel=0.1)


def test_the_plainest_parts_speak_for_the_page() -> None:
    half_soft = PLAIN.copy()
    half_soft[700:] = cv2.GaussianBlur(PLAIN[700:], (0, 0), 9)
    all_soft = np.asarray(cv2.GaussianBlur(PLAIN, (0, 0), 9), dtype=np.uint8)
    plain, half, soft = (page_of(image).legibility for image in (PLAIN, half_soft, all_soft))
    assert plain is not None
    assert half is not None
    assert soft is not None
    assert half.edge < 1.5 * plain.edge
    assert soft.edge > 4 * plain.edge


def test_a_value_is_measured_in_its_own_place() -> None:
    image, lines = page_of_print()
    right_half = image.copy()
    right_half[:, WIDTH // 2 :] = cv2.GaussianBlur(image[:, WIDTH // 2 :], (0, 0), 6)
    left, top, right, bottom = lines[0].box
    places = {"left": (left, top, 0.3, bottom), "right": (0.55, top, right, bottom)}
    picture = Picture.of(right_half)
    edges = {name: seen.edge for name, box in places.items() if (seen := legibility_on(picture, lines, box))}
    assert edges["right"] > 2 * edges["left"]


def test_odd_lines_are_not_measured_and_break_nothing() -> None:
    lines = (line_at(0, 0, 0, 0), line_at(10, 10, 14, 300), line_at(-5, -5, 3000, 20), line_at(400, 100, 300, 80))
    page = with_legibility(evidence_of(measured(lines, Picture.of(PLAIN))), split_inks(PLAIN))
    assert len(page.lines) == len(lines)


def test_a_watermark_that_runs_out_of_the_picture_cuts_nothing_off() -> None:
    _, lines = page_of_print()
    over = line_at(700, 900, WIDTH, 940, "仅供办理社保")
    marked = over.model_copy(update={"layer": "watermark"})
    kinds = {
        each.layer: {flaw.kind for flaw in with_legibility(evidence_of((*lines, each)), split_inks(PLAIN)).flaws}
        for each in (over, marked)
    }
    assert kinds == {"print": {"cut_off"}, "watermark": set()}
