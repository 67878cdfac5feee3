from pathlib import Path

import pytest

import taiyuan_report as tr

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = sorted((SHARED / "corpus").rglob("*.txt"))


@pytest.fixture(scope="session")
def report():
    """The sample, parsed; tests only read it."""
    return tr.parse(tr.sample())


@pytest.fixture(scope="session")
def shared():
    if not CORPUS:
        pytest.skip("needs ../shared/corpus")
    return SHARED


def pytest_generate_tests(metafunc):
    if "corpus_file" in metafunc.fixturenames:
        none = pytest.param(None, marks=pytest.mark.skip(reason="needs ../shared/corpus"))
        names = [str(path.relative_to(SHARED / "corpus")) for path in CORPUS]
        metafunc.parametrize("corpus_file", CORPUS or [none], ids=names or None)
