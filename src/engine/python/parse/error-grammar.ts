/**
 * The grammar of Python 3.11 with the wrong turns that CPython knows by name. Only programs that grammar.ts has refused
 * come here: peg.ts tries the rules in CPython's order, and the first error that it meets is the one to report.
 *
 * One rule a line. 'x' is a token, "x" a word that is a name elsewhere, x? x* x+ repeat, ','.x+ has separators, & and ! look
 * ahead, ~ forbids other alternatives from here, &&'x' must come ("expected 'x'"). Behind `=>` stands an error: what is
 * marked (`a`, `a-b`, `a-` to where the tokenizer stands, `last` for the last token seen, `indent` for an
 * IndentationError there, or the name of a function in named-errors.ts) and the text, in which {a} is the name of a's
 * kind of expression and {#a} a's line. An alternative that is nothing but a rule named "invalid…" counts only in
 * the second pass.
 */
export const ERROR_GRAMMAR = String.raw`
file: statements? END
eval: expressions NEWLINE* END
fstring: star_expressions
statements: statement+
statement: compound_stmt | simple_stmts
simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ ';'? NEWLINE
simple_stmt*: assignment | star_expressions | &'return' return_stmt | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt | &'yield' yield_expr | &'assert' assert_stmt | 'break' | 'continue' | &'global' global_stmt | &'nonlocal' nonlocal_stmt
compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt
assignment: NAME ':' expression ('=' right_side)? | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ('=' right_side)? | (star_targets '=')+ right_side !'=' | single_target augassign ~ right_side | invalid_assignment
right_side: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
return_stmt: 'return' star_expressions?
raise_stmt: 'raise' expression ('from' expression)? | 'raise'
global_stmt: 'global' ','.NAME+
nonlocal_stmt: 'nonlocal' ','.NAME+
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
assert_stmt: 'assert' expression (',' expression)?
import_stmt: import_name | import_from
import_name: 'import' ','.dotted_as_name+
import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' import_from_as_names ','? ')' | import_from_as_names !',' | '*' | invalid_import_from_targets
import_from_as_names: ','.import_from_as_name+
import_from_as_name: NAME ('as' NAME)?
dotted_as_name: dotted_name ('as' NAME)?
dotted_name: NAME ('.' NAME)*
block*: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME ('(' arguments? ')')? ':' block
function_def: decorators function_def_raw | function_def_raw
function_def_raw: invalid_def_raw | 'def' NAME &&'(' params? ')' ('->' expression)? &&':' block | 'async' 'def' NAME &&'(' params? ')' ('->' expression)? &&':' block
params: invalid_parameters | parameters
parameters: slash_no_default param_no_default* param_with_default* star_etc? | slash_with_default param_with_default* star_etc? | param_no_default+ param_with_default* star_etc? | param_with_default+ star_etc? | star_etc
slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
slash_with_default: param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+ '/' &')'
star_etc: invalid_star_etc | '*' param_no_default param_maybe_default* kwds? | '*' param_no_default_star_annotation param_maybe_default* kwds? | '*' ',' param_maybe_default+ kwds? | kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: param ',' | param &')'
param_no_default_star_annotation: param_star_annotation ',' | param_star_annotation &')'
param_with_default: param default ',' | param default &')'
param_maybe_default: param default? ',' | param default? &')'
param: NAME annotation?
param_star_annotation: NAME ':' star_expression
annotation: ':' expression
default: '=' expression | invalid_default
if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block else_block?
elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt | 'elif' named_expression ':' block else_block?
else_block: invalid_else_stmt | 'else' &&':' block
while_stmt: invalid_while_stmt | 'while' named_expression ':' block else_block?
for_stmt: invalid_for_stmt | 'for' star_targets 'in' ~ star_expressions ':' block else_block? | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block? | invalid_for_target
with_stmt: invalid_with_stmt_indent | 'with' '(' ','.with_item+ ','? ')' ':' block | 'with' ','.with_item+ ':' block | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block | 'async' 'with' ','.with_item+ ':' block | invalid_with_stmt
with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
try_stmt: invalid_try_stmt | 'try' &&':' block finally_block | 'try' &&':' block except_block+ else_block? finally_block? | 'try' &&':' block except_star_block+ else_block? finally_block?
except_block: invalid_except_stmt_indent | 'except' expression ('as' NAME)? ':' block | 'except' ':' block | invalid_except_stmt
except_star_block: invalid_except_star_stmt_indent | 'except' '*' expression ('as' NAME)? ':' block | invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' block
match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt
subject_expr: star_named_expression ',' star_named_expressions? | named_expression
case_block: invalid_case_block | "case" patterns guard? ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
or_pattern: '|'.closed_pattern+
closed_pattern*: literal_pattern | pattern_capture_target | "_" | value_pattern | group_pattern | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number
signed_number: NUMBER | '-' NUMBER
signed_real_number: real_number | '-' real_number
real_number: a=NUMBER => realNumber ""
imaginary_number: a=NUMBER => imaginaryNumber ""
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
value_pattern: attr !('.' | '(' | '=')
attr: NAME ('.' NAME)+
name_or_attr: NAME ('.' NAME)*
group_pattern: '(' pattern ')'
sequence_pattern: '[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: ','.maybe_star_pattern+ ','?
maybe_star_pattern: star_pattern | pattern
star_pattern*: '*' pattern_capture_target | '*' "_"
mapping_pattern: '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','? '}' | '{' items_pattern ','? '}'
items_pattern: ','.key_value_pattern+
key_value_pattern: (literal_pattern | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern: name_or_attr '(' ')' | name_or_attr '(' positional_patterns ','? ')' | name_or_attr '(' keyword_patterns ','? ')' | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' | invalid_class_pattern
positional_patterns: ','.pattern+
keyword_patterns: ','.keyword_pattern+
keyword_pattern: NAME '=' pattern
expressions: expression (',' expression)+ ','? | expression ',' | expression
expression*: invalid_expression | invalid_legacy_expression | disjunction 'if' disjunction 'else' expression | disjunction | lambdef
yield_expr: 'yield' 'from' expression | 'yield' star_expressions?
star_expressions: star_expression (',' star_expression)+ ','? | star_expression ',' | star_expression
star_expression*: '*' bitwise_or | expression
star_named_expressions: ','.star_named_expression+ ','?
star_named_expression: '*' bitwise_or | named_expression
assignment_expression: NAME ':=' ~ expression
named_expression: assignment_expression | invalid_named_expression | expression !':='
disjunction*: conjunction ('or' conjunction)+ | conjunction
conjunction*: inversion ('and' inversion)+ | inversion
inversion*: 'not' inversion | comparison
comparison: bitwise_or compare_pair+ | bitwise_or
compare_pair: '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or | '>' bitwise_or | 'not' 'in' bitwise_or | 'in' bitwise_or | 'is' 'not' bitwise_or | 'is' bitwise_or
bitwise_or*: bitwise_xor ('|' bitwise_xor)*
bitwise_xor*: bitwise_and ('^' bitwise_and)*
bitwise_and*: shift_expr ('&' shift_expr)*
shift_expr*: sum ('<<' sum | '>>' sum)*
sum*: term ('+' term | '-' term)*
term*: factor ('*' factor | '/' factor | '//' factor | '%' factor | '@' factor)*
factor*: '+' factor | '-' factor | '~' factor | power
power: await_primary '**' factor | await_primary
await_primary*: 'await' primary | primary
primary*: atom ('.' NAME | genexp | '(' arguments? ')' | '[' slices ']')*
slices: slice !',' | ','.(slice | starred_expression)+ ','?
slice: expression? ':' expression? (':' expression?)? | named_expression
atom: NAME | 'True' | 'False' | 'None' | &STRING strings | NUMBER | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp) | '...'
group: '(' right_group ')' | invalid_group
right_group: yield_expr | named_expression
lambdef: 'lambda' lambda_params? ':' expression
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc? | lambda_slash_with_default lambda_param_with_default* lambda_star_etc? | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc? | lambda_param_with_default+ lambda_star_etc? | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ',' | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds? | '*' ',' lambda_param_maybe_default+ lambda_kwds? | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: NAME ',' | NAME &':'
lambda_param_with_default: NAME default ',' | NAME default &':'
lambda_param_maybe_default: NAME default? ',' | NAME default? &':'
strings*: STRINGS
list: '[' star_named_expressions? ']'
tuple: '(' (star_named_expression ',' star_named_expressions?)? ')'
set: '{' star_named_expressions '}'
dict: '{' double_starred_kvpairs? '}' | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ ','?
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' | invalid_dict_comprehension
arguments*: args ','? &')' | invalid_arguments
args: ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ (',' kwargs)? | kwargs
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
starred_expression: '*' expression
kwarg_or_starred: invalid_kwarg | NAME '=' expression | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression | '**' expression
star_targets: star_target !',' | star_target (',' star_target)* ','?
star_targets_list_seq: ','.star_target+ ','?
star_targets_tuple_seq: star_target (',' star_target)+ ','? | star_target ','
star_target*: '*' !'*' star_target | target_with_star_atom
target_with_star_atom*: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | star_atom
star_atom: NAME | '(' target_with_star_atom ')' | '(' star_targets_tuple_seq? ')' | '[' star_targets_list_seq? ']'
single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
t_primary*: atom &t_lookahead ('.' NAME &t_lookahead | '[' slices ']' &t_lookahead | genexp &t_lookahead | '(' arguments? ')' &t_lookahead)*
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
del_target*: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
del_t_atom: NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'
invalid_arguments: a=args ',' b='*' => unpackingAfterKeyword "" | a=expression b=for_if_clauses ',' (args | expression for_if_clauses)? => generatorInCall "" | a=NAME b='=' expression for_if_clauses => a-b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | a=args b=for_if_clauses => lastGeneratorInCall "" | args ',' a=expression b=for_if_clauses => laterGeneratorInCall "" | a=args ',' args => argumentAfterKeyword ""
invalid_kwarg: a=('True' | 'False' | 'None') b='=' => a-b "cannot assign to {$a}" | a=NAME b='=' expression for_if_clauses => a-b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | !(NAME '=') a=expression b='=' => a-b "expression cannot contain assignment, perhaps you meant \"==\"?"
invalid_expression: !(NAME STRING | "match" | "case" | "_") a=disjunction b=expression_without_invalid => forgottenComma "" | a=disjunction 'if' b=disjunction !('else' | ':') => a-b "expected 'else' after 'if' expression"
invalid_legacy_expression: a=NAME !'(' b=star_expressions => legacyStatement ""
invalid_named_expression*: a=expression ':=' expression => a "cannot use assignment expressions with {a}" | a=NAME '=' b=bitwise_or !('=' | ':=') => a-b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=') => a "cannot assign to {a} here. Maybe you meant '==' instead of '='?"
invalid_assignment: a=invalid_ann_assign_target ':' expression => a "only single target (not {a}) can be annotated" | a=star_named_expression ',' star_named_expressions* ':' expression => a "only single target (not tuple) can be annotated" | a=expression ':' expression => a "illegal target for annotation" | (star_targets '=')* a=star_expressions '=' => assignmentTarget "" | (star_targets '=')* a=yield_expr '=' => a "assignment to yield expression not possible" | a=star_expressions augassign right_side => a "'{a}' is an illegal expression for augmented assignment"
invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')'
invalid_del_stmt: 'del' a=star_expressions => deletionTarget ""
invalid_block: NEWLINE !INDENT => indent "expected an indented block"
invalid_comprehension: ('[' | '(' | '{') a=starred_expression for_if_clauses => a "iterable unpacking cannot be used in comprehension" | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses => comprehensionTarget "" | ('[' | '{') a=star_named_expression b=',' for_if_clauses => a-b "did you forget parentheses around the comprehension target?"
invalid_dict_comprehension: '{' a='**' bitwise_or for_if_clauses '}' => a "dict unpacking cannot be used in dict comprehension"
invalid_parameters: param_no_default* invalid_parameters_helper a=param_no_default => parameter "non-default argument follows default argument" | param_no_default* a='(' param_no_default+ ','? b=')' => a-b "Function parameters cannot be parenthesized" | a='/' ',' => a "at least one argument must precede /" | (slash_no_default | slash_with_default) param_maybe_default* a='/' => a "/ may appear only once" | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a='/' => a "/ must be ahead of *" | param_maybe_default+ '/' a='*' => a "expected comma between / and *"
invalid_parameters_helper: slash_with_default | param_with_default+
invalid_default: a='=' &(')' | ',') => a "expected default value expression"
invalid_star_etc: a='*' (')' | ',' (')' | '**')) => a "named arguments must follow bare *" | '*' param a='=' => a "var-positional argument cannot have default value" | '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') => a "* argument may appear only once"
invalid_kwds: '**' param a='=' => a "var-keyword argument cannot have default value" | '**' param ',' a=param => a "arguments cannot follow var-keyword argument" | '**' param ',' a=('*' | '**' | '/') => a "arguments cannot follow var-keyword argument"
invalid_lambda_parameters: lambda_param_no_default* invalid_lambda_parameters_helper a=lambda_param_no_default => parameter "non-default argument follows default argument" | lambda_param_no_default* a='(' ','.NAME+ ','? b=')' => a-b "Lambda expression parameters cannot be parenthesized" | a='/' ',' => a "at least one argument must precede /" | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/' => a "/ may appear only once" | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a='/' => a "/ must be ahead of *" | lambda_param_maybe_default+ '/' a='*' => a "expected comma between / and *"
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) => last "named arguments must follow bare *" | '*' NAME a='=' => a "var-positional argument cannot have default value" | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') => a "* argument may appear only once"
invalid_lambda_kwds: '**' NAME a='=' => a "var-keyword argument cannot have default value" | '**' NAME ',' a=NAME => a "arguments cannot follow var-keyword argument" | '**' NAME ',' a=('*' | '**' | '/') => a "arguments cannot follow var-keyword argument"
invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') => assignmentTarget ""
invalid_for_target: 'async'? 'for' a=star_expressions => loopTarget ""
invalid_group: '(' a=starred_expression ')' => a "cannot use starred expression here" | '(' a='**' expression ')' => a "cannot use double starred expression here"
invalid_import_from_targets: import_from_as_names ',' NEWLINE => last "trailing comma not allowed without surrounding parentheses"
invalid_with_stmt: 'async'? 'with' ','.(expression ('as' star_target)?)+ NEWLINE => last "expected ':'" | 'async'? 'with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' NEWLINE => last "expected ':'"
invalid_with_stmt_indent: 'async'? a='with' ','.(expression ('as' star_target)?)+ ':' NEWLINE !INDENT => indent "expected an indented block after 'with' statement on line {#a}" | 'async'? a='with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' ':' NEWLINE !INDENT => indent "expected an indented block after 'with' statement on line {#a}"
invalid_try_stmt: a='try' ':' NEWLINE !INDENT => indent "expected an indented block after 'try' statement on line {#a}" | 'try' ':' block !('except' | 'finally') => last "expected 'except' or 'finally' block" | 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':' => a-b "cannot have both 'except' and 'except*' on the same 'try'" | 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':' => a "cannot have both 'except' and 'except*' on the same 'try'"
invalid_except_stmt: 'except' '*'? a=expression ',' expressions ('as' NAME)? ':' => a- "multiple exception types must be parenthesized" | 'except' '*'? expression ('as' NAME)? NEWLINE => last "expected ':'" | 'except' NEWLINE => last "expected ':'" | 'except' '*' (NEWLINE | ':') => last "expected one or more exception types"
invalid_finally_stmt: a='finally' ':' NEWLINE !INDENT => indent "expected an indented block after 'finally' statement on line {#a}"
invalid_except_stmt_indent: a='except' expression ('as' NAME)? ':' NEWLINE !INDENT => indent "expected an indented block after 'except' statement on line {#a}" | a='except' ':' NEWLINE !INDENT => indent "expected an indented block after 'except' statement on line {#a}"
invalid_except_star_stmt_indent: a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT => indent "expected an indented block after 'except*' statement on line {#a}"
invalid_match_stmt: "match" subject_expr NEWLINE => last "expected ':'" | a="match" subject_expr ':' NEWLINE !INDENT => indent "expected an indented block after 'match' statement on line {#a}"
invalid_case_block: "case" patterns guard? NEWLINE => last "expected ':'" | a="case" patterns guard? ':' NEWLINE !INDENT => indent "expected an indented block after 'case' statement on line {#a}"
invalid_as_pattern: or_pattern 'as' a="_" => a "cannot use '_' as a target" | or_pattern 'as' !NAME a=expression => a "invalid pattern target"
invalid_class_pattern: name_or_attr '(' (positional_patterns ',')? keyword_patterns ',' a=positional_patterns => a "positional patterns follow keyword patterns"
invalid_if_stmt: 'if' named_expression NEWLINE => last "expected ':'" | a='if' named_expression ':' NEWLINE !INDENT => indent "expected an indented block after 'if' statement on line {#a}"
invalid_elif_stmt: 'elif' named_expression NEWLINE => last "expected ':'" | a='elif' named_expression ':' NEWLINE !INDENT => indent "expected an indented block after 'elif' statement on line {#a}"
invalid_else_stmt: a='else' ':' NEWLINE !INDENT => indent "expected an indented block after 'else' statement on line {#a}"
invalid_while_stmt: 'while' named_expression NEWLINE => last "expected ':'" | a='while' named_expression ':' NEWLINE !INDENT => indent "expected an indented block after 'while' statement on line {#a}"
invalid_for_stmt: 'async'? 'for' star_targets 'in' star_expressions NEWLINE => last "expected ':'" | 'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT => indent "expected an indented block after 'for' statement on line {#a}"
invalid_def_raw: 'async'? a='def' NAME '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT => indent "expected an indented block after function definition on line {#a}"
invalid_class_def_raw: 'class' NAME ('(' arguments? ')')? NEWLINE => last "expected ':'" | a='class' NAME ('(' arguments? ')')? ':' NEWLINE !INDENT => indent "expected an indented block after class definition on line {#a}"
invalid_double_starred_kvpairs: ','.double_starred_kvpair+ ',' invalid_kvpair | expression ':' a='*' bitwise_or => a- "cannot use a starred expression in a dictionary value" | expression a=':' &('}' | ',') => a "expression expected after dictionary key and ':'"
invalid_kvpair: a=expression !':' => dictionaryKey "" | expression ':' a='*' bitwise_or => a- "cannot use a starred expression in a dictionary value" | expression a=':' &('}' | ',') => a "expression expected after dictionary key and ':'"
expression_without_invalid: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
`;
