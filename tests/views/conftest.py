import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden" / "views"


@pytest.fixture
def assert_golden() -> Callable[[str, str], None]:
    """Compare text with a golden file; KG_RENEW_GOLDEN=1 writes the file anew first."""

    def check(name: str, content: str) -> None:
        if os.environ.get("KG_RENEW_GOLDEN"):
            (GOLDEN / name).write_text(content, encoding="utf-8", newline="\n")
        assert content == (GOLDEN / name).read_text(encoding="utf-8")

    return check
