/** A field of a dialog: the id of its input, and what is wrong with it, once it was sent. */
export type FieldAt = { readonly id: string; readonly fault: string | null }

/** What is wrong with a field, below it; the list above the dialog leads to the field and says it too. */
export const FieldFault = ({ of: { id, fault } }: { of: FieldAt }) =>
  fault && (
    <p id={`${id}-fault`} className="old field-fault">
      {fault}
    </p>
  )
