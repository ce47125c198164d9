import { type ComponentProps, type ReactNode, useId } from 'react';
import { joinClasses } from './class-names.ts';
import { FieldError } from './field.tsx';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** How many there are behind this choice; 0 is shown too. */
  readonly count?: number;
};

function Choice({
  type,
  label,
  hint,
  count,
  id,
  ...rest
}: ChoiceProps & { readonly type: 'checkbox' | 'radio' }) {
  const ownId = useId();
  const choiceId = id ?? ownId;
  return (
    <label className="choice" htmlFor={choiceId}>
      <input {...rest} id={choiceId} type={type} />
      <span className="choice-text">
        {label}
        {hint !== undefined && <span className="field-hint">{hint}</span>}
      </span>
      {count !== undefined && <span className="choice-count">{count}</span>}
    </label>
  );
}

export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} type="checkbox" />;
}

export function Radio(props: ChoiceProps) {
  return <Choice {...props} type="radio" />;
}

type GroupProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** What the error summary links to; normally the name of the choices. */
  readonly id?: string;
  readonly children: ReactNode;
};

/** Check boxes or radios that answer one question. */
export function ChoiceGroup({ label, hint, error, id, children }: GroupProps) {
  const ownId = useId();
  const groupId = id ?? ownId;
  const described = joinClasses(
    hint !== undefined && `${groupId}-hint`,
    error !== undefined && `${groupId}-error`,
  );
  return (
    <fieldset
      id={groupId}
      className="group"
      tabIndex={-1}
      {...(described ? { 'aria-describedby': described } : {})}
    >
      <legend className="group-label">{label}</legend>
      <div className="group">
        {hint !== undefined && (
          <span id={`${groupId}-hint`} className="field-hint">
            {hint}
          </span>
        )}
        {error !== undefined && <FieldError id={`${groupId}-error`}>{error}</FieldError>}
        {children}
      </div>
    </fieldset>
  );
}

type RadioGroupProps<Value extends string> = {
  readonly label: ReactNode;
  readonly name: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: ReactNode;
    readonly hint?: ReactNode;
  }[];
  readonly chosen: string | undefined;
};

/** A question with one answer, which must be given. */
export function RadioGroup<Value extends string>({ label, name, options, chosen }: RadioGroupProps<Value>) {
  return (
    <ChoiceGroup label={label} id={name}>
      {options.map(({ value, ...said }) => (
        <Radio key={value} name={name} value={value} required {...said} defaultChecked={chosen === value} />
      ))}
    </ChoiceGroup>
  );
}
