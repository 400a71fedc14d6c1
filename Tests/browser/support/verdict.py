"""How a check tells what is wrong."""

import pytest

MOST_SHOWN = 12


def expect_none(faults):
    """Fails with all that a check found, a line each."""
    __tracebackhide__ = True
    faults = list(dict.fromkeys(faults))
    if faults:
        more = [f"… and {len(faults) - MOST_SHOWN} more"] if len(faults) > MOST_SHOWN else []
        pytest.fail("\n".join(faults[:MOST_SHOWN] + more), pytrace=False)
