"""Where our own matcher takes over from RegExp: groups in repetitions, references, conditions, atomic and possessive parts."""
import re

PATTERNS = [
    r"(?:(a)|(b)|(c))+", r"((a)|(b))*c?", r"(?:(a)|(b)|(c))*?d", r"(a*)*", r"(a*)+", r"((x)?y)*", r"(a|b)*\1", r"(a)?\1b",
    r"(?i)(a)\1", r"(\w+) \1", r"(?=(a+))a*b\1", r"(?!(a)b)\w", r"(?:(?P<q>['\"])\w+(?P=q)\s*)+", r"^(?:(\d+)(?:,|$))+$",
    r"(.)(.)(.)?(?(3)x|y)", r"(?P<o><)?\w+(?(o)>)$", r"(?>(a)|ab)c", r"(a|ab)++c", r"(a|ab)(c|bcd)(d*)", r"a{2}+a", r"(?:[^,]*+,)+",
    r"(한|글)+\1",
]
TEXTS = ["", "aab", "abcabc", "abcd", "the the", "xyyxy", "'ab' \"cd\"", "1,22,333", "AbA", "abcy", "abcx", "<a>", "<a", "aaa,b,", "한글글"]

for pattern in PATTERNS:
    for text in TEXTS:
        found = [getattr(re, how)(pattern, text) for how in ("match", "search", "fullmatch")]
        if any(found):
            print(pattern, repr(text), [one and (one.span(), one.groups(), one.lastindex) for one in found])
            print("   ", re.findall(pattern, text), repr(re.sub(pattern, "<>", text)))

for wrong in ("(?(1)a|b|c)(x)", "(?(5)a)", "(?(0)a)", "(?(n)a)", "(?(1a)", "(?(", "a+++", "(?>a"):
    try:
        re.compile(wrong)
    except re.error as error:
        print(wrong, "->", error)
