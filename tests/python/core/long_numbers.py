# Literals with more decimal digits than int() takes.
def told(source):
    try:
        compile(source, "<here>", "exec")
        return "taken"
    except SyntaxError as error:
        return (error.msg, error.lineno, error.offset, len(error.text), error.end_lineno, error.end_offset)


long = "1" * 4301
for source in [long, long[1:], "x = " + long, "-" + long, "1_" * 4300 + "1", "\nx = [1,\n " + long + "]"]:
    print(told(source))
for source in ["0x" + "f" * 5000, "1_" * 2150 + "1", long + "j", long + ".0", "0" * 4301, "0b" + "1" * 9000, long + "e1"]:
    print(told(source))
