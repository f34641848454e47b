/** Who says it, and of which day. */
export const IssuedBy = ({ of: [by, day] }: { of: readonly [by: string, day: string] }) => (
  <p className="sheet-issued">
    <strong>{by}</strong>
    <br />
    {day}
  </p>
)
