import traceback

nothing = 0


def report(check):
    try:
        check()
    except AssertionError:
        print(traceback.format_exc().splitlines()[-3:])


def plain():
    if True: assert nothing, "no"


def compared():
    if True: assert nothing == 1, "no"


def negated():
    if True: assert not nothing == 0


def either():
    if True: assert nothing > 1 or None, "no"


for check in (plain, compared, negated, either):
    report(check)
