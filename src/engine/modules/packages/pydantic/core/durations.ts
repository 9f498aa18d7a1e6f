/** Durations as text. Answers to: speedate (Duration::parse_str), which pydantic_core reads them with. */
export const DURATIONS = String.raw`

_DAYS = _re.compile(r"([+-]?)(?:(\d+)\s*d(?:ays?)?,?\s*)?(?:(\d+):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?)?$", _re.IGNORECASE)
_ISO = _re.compile(
    r"([+-]?)P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$"
)
_LENGTHS = (365 * 86400, 30 * 86400, 7 * 86400, 86400, 3600, 60, 1)


def _duration(text):
    """What a text says, or why it says nothing."""
    bare = text.lstrip("+-")
    if not bare or bare in ("P", "PT"):
        return "input is too short"
    iso = _ISO.match(text)
    if iso:
        seconds = sum(float(given) * length for given, length in zip(iso.groups()[1:], _LENGTHS) if given)
        return _datetime.timedelta(seconds=-seconds if iso[1] == "-" else seconds)
    found = _DAYS.match(text)
    if found is None:
        return "invalid digit in duration" if not bare[0].isdigit() else '"day" identifier in duration not correctly formatted'
    sign, days, hours, minutes, seconds, fraction = found.groups()
    if int(minutes or 0) > 59:
        return "minute value is outside expected range of 0-59"
    if int(seconds or 0) > 59:
        return "second value is outside expected range of 0-59"
    made = _datetime.timedelta(
        days=int(days or 0), hours=int(hours or 0), minutes=int(minutes or 0), seconds=int(seconds or 0),
        microseconds=int((fraction or "").ljust(6, "0") or 0),
    )
    return -made if sign == "-" else made


def _to_timedelta(value, context):
    if isinstance(value, _datetime.timedelta):
        return value
    if isinstance(value, (int, float)):
        return _datetime.timedelta(seconds=value)
    if isinstance(value, str):
        made = _duration(value)
        if isinstance(made, str):
            raise _wrong("time_delta_parsing", "Input should be a valid timedelta, " + made, value, ctx={"error": made})
        return made
    raise _wrong("time_delta_type", "Input should be a valid timedelta", value)
`;
