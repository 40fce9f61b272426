"""A policy value by value, with origins, and what differs between two."""

from validators.policy import layers_in, read_layers
from validators.policy_values import differences, values_of

BASE = values_of(read_layers("employer_withdrawal"), "default")
SCANS = values_of(read_layers("employer_withdrawal", "scans"), "scans")


def test_a_value_says_where_it_comes_from() -> None:
    scans = {one.name: (one.value, one.origin) for one in SCANS}
    assert scans["limit file_size.max_mb"] == ("5.0", "PDF files up to 5 MB are taken.")
    assert scans["limit file_pages.max_pages"] == ("30", "default")
    assert scans["limit wrong_platform.elsewhere"][1] == "scenario"
    assert scans["severity image.monochrome"][0] == "review"
    assert scans["check overdue"] == ("The application comes soon after the employment ended", "scenario")


def test_differences() -> None:
    assert {change.name for change in differences(BASE, SCANS)} == {
        "limit file_size.max_mb",
        "limit file_size.max_mb_of",
        "limit file_format.formats",
        "limit resolution.min_side_px",
        "severity image.monochrome",
    }
    assert differences(BASE, BASE) == ()


def test_a_region_may_ask_for_more() -> None:
    originals = values_of(read_layers("employer_withdrawal", "originals"), "originals")
    (change,) = [one for one in differences(BASE, originals) if one.name.startswith("asks ")]
    assert (change.before, change.after) == (None, "登记人员清单; registration_list; missing: info")


def test_a_file_that_lies_elsewhere() -> None:
    text = (
        'extends = "employer_withdrawal"\nversion = "1"\n[[overrides]]\nlimit = "file_size.max_mb"\nvalue = 3\nreason = "r"\n'
    )
    (change,) = differences(BASE, values_of(layers_in("mine", text), "mine"))
    assert change.after == "3.0"
