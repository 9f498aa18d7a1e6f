/** The text that an object was written as. */
export const SOURCE_LINES = String.raw`

def getsourcelines(object):
    object = unwrap(object)
    path = getfile(object)
    with open(path) as file:
        lines = file.read().splitlines(True)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        start = next((i for i, line in enumerate(lines) if line.lstrip().startswith("class %s" % object.__name__)), None)
    else:
        start = getattr(object, "__func__", object).__code__.co_firstlineno - 1
    if start is None:
        raise OSError("could not find class definition")
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return lines[start:end], start + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])
`;
