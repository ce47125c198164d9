import { type ComponentProps, type ReactNode, useId } from 'react';
import { useT } from '../lib/language.tsx';
import { joinClasses } from './class-names.ts';
import { NamedIcon } from './icons.tsx';

type Words = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The message that belongs to this field; `faultsByField(problem)[name]`. */
  readonly error?: string | undefined;
};

/** `id` is the name unless given, so that the error summary can link to `#name`. */
function useField(id: string | undefined, name: string | undefined, { hint, error }: Words) {
  const ownId = useId();
  const fieldId = id ?? name ?? ownId;
  const describedBy = joinClasses(
    hint !== undefined && `${fieldId}-hint`,
    error !== undefined && `${fieldId}-error`,
  );
  return {
    fieldId,
    aria: {
      ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      ...(error === undefined ? {} : { 'aria-invalid': true as const }),
    },
  };
}

export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <span id={id} className="field-error">
      <NamedIcon name="failed" />
      <span>{children}</span>
    </span>
  );
}

function Frame(
  props: Words & { readonly fieldId: string; readonly optional: boolean; readonly children: ReactNode },
) {
  const { label, hint, error, fieldId, optional, children } = props;
  const t = useT();
  return (
    <div className="field">
      <label className="field-label" htmlFor={fieldId}>
        {label} {optional && <span className="field-optional">({t('frame.optional')})</span>}
      </label>
      {hint !== undefined && (
        <span id={`${fieldId}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {error !== undefined && <FieldError id={`${fieldId}-error`}>{error}</FieldError>}
      {children}
    </div>
  );
}

type Marking = { /** Says "(not required)" after the label. */ readonly optional?: boolean };

export function TextField({
  label,
  hint,
  error,
  optional = false,
  id,
  className,
  ...rest
}: Words & Marking & ComponentProps<'input'>) {
  const { fieldId, aria } = useField(id, rest.name, { label, hint, error });
  return (
    <Frame label={label} hint={hint} error={error} fieldId={fieldId} optional={optional}>
      <input type="text" {...rest} {...aria} id={fieldId} className={joinClasses('control', className)} />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional = false,
  id,
  className,
  ...rest
}: Words & Marking & ComponentProps<'textarea'>) {
  const { fieldId, aria } = useField(id, rest.name, { label, hint, error });
  return (
    <Frame label={label} hint={hint} error={error} fieldId={fieldId} optional={optional}>
      <textarea rows={3} {...rest} {...aria} id={fieldId} className={joinClasses('control', className)} />
    </Frame>
  );
}

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type SelectProps = Words & Marking & ComponentProps<'select'> & { readonly options: readonly Option[] };

/** The browser's own list: it works without scripts and on every phone. */
export function SelectField({
  label,
  hint,
  error,
  optional = false,
  id,
  className,
  options,
  ...rest
}: SelectProps) {
  const { fieldId, aria } = useField(id, rest.name, { label, hint, error });
  return (
    <Frame label={label} hint={hint} error={error} fieldId={fieldId} optional={optional}>
      <select {...rest} {...aria} id={fieldId} className={joinClasses('control', className)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}
