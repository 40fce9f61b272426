"""What is put is sent in order, by one thread, and again until the broker takes it."""

from pipeline.queue.sending import MAX_WAITING, Sender
from tests.pipeline.working import wait_until


class Broker:
    """Takes messages, after having been away for some attempts."""

    def __init__(self, away_for: int) -> None:
        self.away_for = away_for
        self.taken: list[str] = []

    def send(self, queue: str, subject: str) -> None:
        if self.away_for:
            self.away_for -= 1
            raise ConnectionError(queue)
        self.taken.append(subject)


def test_a_broker_that_was_away_gets_everything_in_order() -> None:
    broker = Broker(away_for=2)
    sender = Sender(broker.send)
    for subject in "abc":
        sender.put("read.live", subject)
    wait_until(lambda: broker.taken == ["a", "b", "c"])
    sender.close()


def test_closing_sends_what_waits() -> None:
    broker = Broker(away_for=0)
    sender = Sender(broker.send)
    for number in range(100):
        sender.put("read.live", str(number))
    sender.close()
    assert len(broker.taken) == 100


def test_what_is_too_much_is_dropped_and_closing_does_not_wait_for_ever() -> None:
    broker = Broker(away_for=MAX_WAITING)
    sender = Sender(broker.send)
    for number in range(MAX_WAITING + 5):
        sender.put("read.live", str(number))
    sender.close()
    assert not broker.taken
