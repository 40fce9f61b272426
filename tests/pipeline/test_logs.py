"""No identity number and no name reaches a log line."""

import json

import pytest
import structlog

from pipeline.logs import set_up_logs

NUMBER = "110199199003070113"


@pytest.mark.parametrize(
    ("values", "absent", "present"),
    [
        ({"detail": f"填写：{NUMBER}"}, NUMBER, "110199********0113"),
        ({"detail": f"id={NUMBER.lower()[:-1]}x,"}, NUMBER[:-1], "110199********011x"),
        ({"old": "110199900307011"}, "110199900307011", "110199*****7011"),
        ({"employee_name": "张样例"}, "张样例", "***"),
        ({"declared": {"reason": "x"}}, "reason", "***"),
        ({"file": "张样例身份证.jpg"}, "张样例", "*.jpg"),
        ({"deep": [{"agent_name": "李样例", "page": 2}]}, "李样例", '"page": 2'),
        ({"error": ValueError(f"no such person: 王样例 {NUMBER}")}, "王样例", "no such person"),
    ],
)
def test_people_are_masked(values: dict[str, object], absent: str, present: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json", "debug")
    structlog.get_logger().info("seen", **values)
    streams = capsys.readouterr()
    assert absent not in streams.err
    assert present in streams.err
    assert streams.out == ""


def test_a_traceback_is_masked_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("json", "debug")
    try:
        raise ValueError(f"赵样例 {NUMBER}")
    except ValueError:
        structlog.get_logger().exception("failed")
    line = json.loads(capsys.readouterr().err)
    assert "赵样例" not in line["exception"]
    assert NUMBER not in line["exception"]
    assert "ValueError" in line["exception"]


def test_a_level_below_the_chosen_one_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("console", "warning")
    structlog.get_logger().info("chatter")
    assert capsys.readouterr().err == ""
