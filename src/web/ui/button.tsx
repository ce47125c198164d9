import { type ComponentProps, type ReactNode, useId } from 'react';
import { joinClasses } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'destructive' | 'tertiary';

type Look = { readonly variant?: ButtonVariant; readonly dense?: boolean };

function classesOf({ variant = 'secondary', dense }: Look, className?: string): string {
  return joinClasses('button', `button-${variant}`, dense && 'button-dense', className);
}

type ButtonProps = Look &
  ComponentProps<'button'> & {
    /** Why it cannot be used now. It stays focusable, does nothing, and the reason stands beside it. */
    readonly unavailable?: ReactNode;
  };

/** A plain button: in a form it submits, with its `name` and `value`, also without scripts. */
export function Button({ variant, dense, className, unavailable, ...rest }: ButtonProps) {
  const reasonId = useId();
  const classes = classesOf({ ...(variant && { variant }), ...(dense && { dense }) }, className);
  if (!unavailable) return <button type="submit" {...rest} className={classes} />;
  return (
    <>
      <button
        {...rest}
        type="button"
        onClick={undefined}
        aria-disabled="true"
        aria-describedby={reasonId}
        className={classes}
      />
      <span id={reasonId} className="s text-ink2">
        {unavailable}
      </span>
    </>
  );
}

export function ButtonLink({ variant, dense, className, children, ...rest }: Look & ComponentProps<'a'>) {
  return (
    <a {...rest} className={classesOf({ ...(variant && { variant }), ...(dense && { dense }) }, className)}>
      {children}
    </a>
  );
}

/** `fill` gives each button the whole width on a narrow screen. */
export function ButtonRow({ children, fill }: { readonly children: ReactNode; readonly fill?: boolean }) {
  return <div className={joinClasses('button-row', fill && 'button-row-fill')}>{children}</div>;
}
