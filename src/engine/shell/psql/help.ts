/** `\?`: the commands that work here, in our own words. */
export const HELP = `General
  \\q                     quit psql
  \\h [NAME]              where SQL commands are explained

Input/Output
  \\echo [-n] [STRING]    write string to standard output
  \\i FILE                execute commands from file

Informational
  (options: + = more detail, S = system objects too)
  \\d[S+]                 list tables, views, and sequences
  \\d[S+]  NAME           describe table, view, sequence, or index
  \\df[S]  [PATTERN]      list functions
  \\di[S+] [PATTERN]      list indexes
  \\dm[S+] [PATTERN]      list materialized views
  \\dn[S+] [PATTERN]      list schemas
  \\ds[S+] [PATTERN]      list sequences
  \\dt[S+] [PATTERN]      list tables
  \\dT[S+] [PATTERN]      list data types
  \\du     [PATTERN]      list roles
  \\dv[S+] [PATTERN]      list views
  \\dx     [PATTERN]      list extensions
  \\l                     list databases

Formatting
  \\a                     toggle between unaligned and aligned output mode
  \\pset [NAME [VALUE]]   set table output option (border, expanded, footer, format, null, tuples_only)
  \\t [on|off]            show only rows
  \\x [on|off]            toggle expanded output

Connection
  \\c[onnect] [DBNAME]    connect to new database
  \\conninfo              display information about current connection
  \\timing [on|off]       toggle timing of commands

Variables
  \\set [NAME [VALUE]]    set internal variable, or list all if no parameters
  \\unset NAME            unset internal variable
`;
