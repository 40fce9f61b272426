"""What a misreading can explain: one character that looks alike always, another person's, firm's, number or day never."""

import pytest

from extractors.evidence import Doubt, FieldReading
from extractors.ocr.weights import RECOGNITION, default_folder
from tests.validators.cases import certificate, sent
from training.known_characters import known_characters
from validators.case import Sighting
from validators.doubts import certainty_of
from validators.known_characters import can_be_read
from validators.slips import Difference, Sort, holds_as_it_reads, reads_as, weigh, weigh_days
from validators.values import Value, read, typed

FIELD: dict[Sort, str] = {
    "person": "employee_name",
    "firm": "employer_name",
    "number": "employee_id",
    "day": "separation_date",
}
SURE, FAINT = 0.99, 0.60


def as_read(sort: Sort, text: str, *doubts: Doubt, score: float = SURE) -> Value:
    reading = FieldReading(value=text, confidence=score, page=1, doubts=doubts)
    reading = reading.model_copy(update={"confidence": certainty_of(reading)})
    file = sent(certificate(**{FIELD[sort]: reading}))
    value = read(Sighting(file, file.evidence.documents[0]), FIELD[sort])
    assert value is not None
    return value


def difference(sort: Sort, text: str, meant: str, *doubts: Doubt, score: float = SURE, valid: bool | None = None) -> Difference:
    value, other = as_read(sort, text, *doubts, score=score), typed(meant)
    assert other is not None
    return weigh_days(value, other).difference if sort == "day" else weigh(value, other, sort, valid=valid).difference


@pytest.mark.parametrize(
    ("sort", "read_as", "meant"),
    [
        ("person", "李恩涵", "李思涵"),
        ("person", "王朗", "王明"),
        ("firm", "样例市晨光科技有限公甬", "样例市晨光科技有限公司"),
        ("number", "110199199003070173", "110199199003070113"),
        ("day", "2024-05-18", "2024-05-13"),
    ],
)
@pytest.mark.parametrize("score", [SURE, FAINT])
def test_one_character_that_looks_alike_is_never_another_value(sort: Sort, read_as: str, meant: str, score: float) -> None:
    assert difference(sort, read_as, meant, score=score) is Difference.MISREAD


@pytest.mark.parametrize(
    ("sort", "read_as", "meant", "valid"),
    [
        ("person", "周大川", "李思涵", None),
        ("firm", "云上市远山贸易有限公司", "样例市晨光科技有限公司", None),
        ("number", "440399198512240267", "110199199003070113", True),
        ("day", "2023-11-02", "2024-05-31", None),
    ],
)
@pytest.mark.parametrize("score", [SURE, FAINT])
def test_a_wholly_different_value_is_another_however_badly_it_was_read(
    sort: Sort, read_as: str, meant: str, valid: bool | None, score: float
) -> None:
    assert difference(sort, read_as, meant, score=score, valid=valid) is Difference.ANOTHER


@pytest.mark.parametrize("doubt", ["handwritten", "on_a_rule", "readings_differ", "stamped", "second_look", "next_page"])
def test_a_number_with_another_check_digit_is_another_whatever_hides_it(doubt: Doubt) -> None:
    assert difference("number", "330199199508059593", "120199197307063910", doubt, valid=True) is Difference.ANOTHER


@pytest.mark.parametrize("doubt", ["weak_label", "elsewhere", "only_mentioned", "contradicted"])
def test_a_value_that_may_answer_another_question_is_left_to_its_certainty(doubt: Doubt) -> None:
    assert difference("number", "330199199508059593", "120199197307063910", doubt, valid=True) is Difference.OPEN


@pytest.mark.parametrize(
    ("sort", "read_as", "meant", "doubt"),
    [
        ("person", "萧的昔", "萧欣芳", "handwritten"),
        ("firm", "样例市远山科技有限公司", "样例市晨光科技有限公司", "readings_differ"),
        ("day", "2024-05-30", "2024-05-31", "readings_differ"),
    ],
)
def test_a_doubt_explains_what_it_can_and_plain_print_does_not(sort: Sort, read_as: str, meant: str, doubt: Doubt) -> None:
    assert difference(sort, read_as, meant, doubt) is Difference.MISREAD
    assert difference(sort, read_as, meant) is Difference.ANOTHER


@pytest.mark.parametrize("doubt", ["handwritten", "on_a_rule", "readings_differ"])
def test_a_day_that_a_pen_may_have_written_is_left_to_its_certainty(doubt: Doubt) -> None:
    assert difference("day", "2023-11-02", "2024-05-31", doubt) is not Difference.ANOTHER
    assert difference("day", "2023-11-02", "2024-05-31", "stamped") is Difference.ANOTHER


@pytest.mark.parametrize(
    ("meant", "read_as", "fits"),
    [
        ("陈尛尛", "陈称称", True),
        ("王飚岄", "王明", True),
        ("陈尛尛", "李称称", False),
        ("陈尛明", "陈称朋", False),
        ("李思涵", "李思函", False),
        ("尛", "称", False),
    ],
)
def test_a_name_with_unknown_characters_is_told_by_the_others(meant: str, read_as: str, fits: bool) -> None:
    assert reads_as(meant, read_as) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("口商贸样例市明商贸有限公司", True),
        ("样例市明商贸有限公司", True),
        ("样例市明商贸有限公司分公司", False),
        ("云上市明商贸有限公司", False),
    ],
)
def test_a_firm_with_unknown_characters_may_have_a_second_reading_before_it(text: str, fits: bool) -> None:
    assert holds_as_it_reads(text, "样例市飚岄商贸有限公司") is fits


def test_the_known_characters_are_those_of_the_recogniser() -> None:
    models = default_folder()
    if not (models / RECOGNITION / "inference.yml").is_file():
        pytest.skip("the models are not fetched")
    assert all(map(can_be_read, known_characters(models)))
    assert not any(map(can_be_read, "尛飚岄"))
