NAME = "leaf"
from .. import value as rel
from ..other import X
from . import exported
_private = 1
