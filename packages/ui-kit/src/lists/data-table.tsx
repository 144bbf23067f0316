import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export interface Column<Row> {
  id: string;
  title: string;
  /** Figures stand at the right, tabular. */
  isNumber?: boolean;
  /** CSS width of the column. */
  width?: string;
  cell: (row: Row) => ReactNode;
}

/** Rows on a wide screen; on a phone each row becomes a line, drawn by `line`. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  line,
  foot,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  line: (row: Row) => ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="overflow-hidden rounded-l bg-surface shadow-1">
      <table className="w-full border-collapse text-14 phone:hidden">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                style={column.width === undefined ? undefined : { width: column.width }}
                className={classNames(
                  'px-4 py-3 text-12 whitespace-nowrap text-ink-3',
                  column.isNumber ? 'text-right' : 'text-left',
                )}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0 hover:bg-hover">
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={classNames(
                    'px-4 py-2.5 align-middle',
                    column.isNumber && 'num text-right whitespace-nowrap',
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul aria-label={label} className="hidden px-4 py-1 phone:block">
        {rows.map((row) => (
          <li key={rowKey(row)} className="border-b border-line last:border-0">
            {line(row)}
          </li>
        ))}
      </ul>
      {foot && (
        <div className="flex items-center gap-3 border-t border-line px-4 py-2.5 text-13 text-ink-3">
          {foot}
        </div>
      )}
    </div>
  );
}
