// One cell of a CSV file by RFC 4180. Pure.

/** A cell that begins like a formula would be one in a spreadsheet. */
export function csvCell(value: string | number): string {
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
