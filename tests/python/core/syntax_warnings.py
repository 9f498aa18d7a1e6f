x = 5
if x is 5 or x is not "a" or x is () or None is x:
    pass
assert (x, "always true")
try:
    rows = [
        ("a", 1)
        ("b", 2),
    ]
    {1}[0]
except TypeError as error:
    print(error)
print([lambda: [1]["a"], lambda: "x"[1.5], lambda: f"{x}"("a")] is not None)
