/** A row of values as PostgreSQL wrote them, without marks. */
export function PlainRow({ cells }: { readonly cells: readonly (string | null)[] }) {
  return (
    <tr>
      {cells.map((cell, at) => (
        <td key={at} class={cell === null ? 'null' : ''}>
          {cell ?? 'NULL'}
        </td>
      ))}
    </tr>
  );
}
