/** PostgreSQL's simple query protocol over PGlite's synchronous door: bytes out, messages in, one reply per message. */
import { type messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { ErrorFields, Notice, QueryResult } from '../engine/machine.ts';

type Message = Parameters<Parameters<InstanceType<typeof protocol.Parser>['parse']>[1]>[0];
type Row = (string | null)[];

/** What the server answered to one Query message. */
export interface Reply {
  readonly results: readonly QueryResult[];
  readonly notices: readonly Notice[];
  readonly error: ErrorFields | undefined;
  /** undefined where the server never became ready again: the instance is broken. */
  readonly status: 'idle' | 'transaction' | 'failed' | undefined;
}

export type Send = (sql: string) => Reply;

/**
 * Opens the door. PGlite keeps every message that passes through its own buffer, so the bytes are taken where they arrive:
 * `execProtocolRawStream` installs a sink that stays until an asynchronous call of PGlite's (pg_dump) puts its own in place;
 * then the returned bytes are read instead and the sink is installed again.
 */
export function openWire(pg: PGlite): Send {
  let chunks: Uint8Array[] = [];
  const install = () => {
    void pg.execProtocolRawStream(protocol.serialize.sync(), {
      syncToFs: false,
      onRawData: (bytes) => chunks.push(bytes.slice()),
    });
    chunks = [];
  };
  install();
  return (sql) => {
    chunks = [];
    const direct = pg.execProtocolRawSync(protocol.serialize.query(sql));
    const received = direct.length > 0 ? [direct] : chunks;
    chunks = [];
    if (direct.length > 0) install();
    return readReply(received);
  };
}

const STATUS = { I: 'idle', T: 'transaction', E: 'failed' } as const;

function readReply(chunks: readonly Uint8Array[]): Reply {
  const parser = new protocol.Parser();
  const results: QueryResult[] = [];
  const notices: Notice[] = [];
  let error: ErrorFields | undefined;
  let status: Reply['status'];
  let fields: QueryResult['fields'] = [];
  let rows: Row[] = [];
  const read = (message: Message): void => {
    switch (message.name) {
      case 'rowDescription':
        fields = (message as messages.RowDescriptionMessage).fields.map(fieldOf);
        break;
      case 'dataRow':
        rows.push((message as messages.DataRowMessage).fields);
        break;
      case 'copyData':
        rows.push([new TextDecoder().decode((message as messages.CopyDataMessage).chunk)]);
        break;
      case 'commandComplete':
        results.push({ tag: (message as messages.CommandCompleteMessage).text, fields, rows });
        [fields, rows] = [[], []];
        break;
      case 'emptyQuery':
        results.push({ tag: '', fields: [], rows: [] });
        break;
      case 'error':
        error ??= errorOf(message as unknown as messages.DatabaseError);
        break;
      case 'notice':
        notices.push(noticeOf(message as messages.NoticeMessage));
        break;
      case 'readyForQuery':
        status = STATUS[(message as messages.ReadyForQueryMessage).status as keyof typeof STATUS];
        break;
    }
  };
  for (const chunk of chunks) parser.parse(chunk, read);
  return { results, notices, error, status };
}

function fieldOf(field: messages.RowDescriptionMessage['fields'][number]): QueryResult['fields'][number] {
  return {
    name: field.name,
    typeOid: field.dataTypeID >>> 0,
    typeModifier: field.dataTypeModifier,
    tableOid: field.tableID >>> 0,
    columnNumber: field.columnID,
  };
}

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

function errorOf(error: messages.DatabaseError): ErrorFields {
  return {
    severity: error.severity ?? 'ERROR',
    code: error.code ?? 'XX000',
    message: error.message,
    detail: error.detail,
    hint: error.hint,
    position: number(error.position),
    internalPosition: number(error.internalPosition),
    internalQuery: error.internalQuery,
    where: error.where,
    schema: error.schema,
    table: error.table,
    column: error.column,
    dataType: error.dataType,
    constraint: error.constraint,
  };
}

const NOTICE_FIELDS = [
  'code',
  'detail',
  'hint',
  'position',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
] as const;

function noticeOf(notice: messages.NoticeMessage): Notice {
  const fields: Record<string, string> = {};
  for (const name of NOTICE_FIELDS) {
    const value = notice[name];
    if (value !== undefined) fields[name] = value;
  }
  return { severity: notice.severity ?? 'NOTICE', message: notice.message ?? '', fields };
}
