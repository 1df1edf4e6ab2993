"""Drawings made by code and placed in slides by `<?draw name key=value …?>`. Every argument arrives as text.

Each public function of the modules named here is a drawing; a course with a subject of its own adds a module and its
name. Two drawings of one name are a mistake.
"""

from importlib import import_module
from types import FunctionType

from .base import DEFINITIONS

_MODULES = ("ecg", "body", "thing", "emergency", "bystander", "aedcare", "choking", "wound", "infection", "clinic")


def _collect() -> dict[str, FunctionType]:
    found = {}
    for module in (import_module(f".{name}", __name__) for name in _MODULES):
        for name, value in vars(module).items():
            if isinstance(value, FunctionType) and value.__module__ == module.__name__ and not name.startswith("_"):
                if name in found:
                    raise SystemExit(f"two drawings are called {name}: {found[name].__module__} and {module.__name__}")
                found[name] = value
    return found


DRAWINGS = _collect()

__all__ = ["DEFINITIONS", "DRAWINGS"]
