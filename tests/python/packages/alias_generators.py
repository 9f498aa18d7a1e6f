"""Names by a generator."""
from pydantic.alias_generators import to_camel, to_pascal, to_snake
for s in ["snake_case", "a_b_c", "_x_y", "HTTPServer", "camelCase", "x1_y2", "Already", "with-dash", "a__b", "user_id_", "ABC", "getHTTP2Response", "x", ""]:
    print(s, to_camel(s), to_pascal(s), to_snake(s))
