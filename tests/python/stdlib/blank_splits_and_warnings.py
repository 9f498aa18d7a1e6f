import ast
import logging
import re
import sys
import warnings

print("  a b  ".split(None, 1), "  a b  ".rsplit(None, 1), " a  b c ".split(None, 2), " a ".split(None, 0), "a b".rsplit(None, 5))
print(re.findall(r"[^\W\d_]+", "한글 a1_b é"), re.findall(r"[\W_]+", "a_한-글 b"), re.sub(r"[^\Wa]", "x", "abc 가"), re.split(r"[\W\d]+", "가1나-다"))
print(ast.literal_eval("[1+2j, -3-1j, -2]"))

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")
logging.captureWarnings(True)
warnings.filterwarnings("ignore", module="nobody")
warnings.warn("still said")
warnings.filterwarnings("ignore", module="__main__", message="QUIET")
warnings.warn("quiet one")
warnings.warn("loud one")
with warnings.catch_warnings(action="ignore"):
    warnings.warn("not said")
warnings.simplefilter("once")
for number in range(2):
    warnings.warn("once")
warnings.warn("once")
