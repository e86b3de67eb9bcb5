import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "golden" / "exports"


@pytest.fixture
def assert_golden() -> Callable[[str, bytes], None]:
    """Compare content with a golden file; KG_RENEW_GOLDEN=1 writes the file anew first."""

    def check(name: str, content: bytes) -> None:
        if os.environ.get("KG_RENEW_GOLDEN"):
            (GOLDEN / name).write_bytes(content)
        assert content.decode("utf-8") == (GOLDEN / name).read_bytes().decode("utf-8")

    return check
