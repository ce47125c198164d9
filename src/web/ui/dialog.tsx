import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { AriaLocale } from './aria-locale.tsx';
import { joinClasses } from './class-names.ts';

type DialogProps = {
  /** Asks a question; the buttons answer it. */
  readonly title: string;
  readonly state?: 'failed' | 'warning' | 'passed';
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * For pages with scripts. Give the least harmful button `autoFocus`. A page that must work without scripts asks on a
 * page of its own.
 */
export function Dialog({ title, state, open, onClose, children }: DialogProps) {
  return (
    <AriaLocale>
      <ModalOverlay
        className="scrim"
        isOpen={open}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        isDismissable
      >
        <Modal>
          <AriaDialog className={joinClasses('dialog', state && `dialog-${state}`)} role="alertdialog">
            <Heading slot="title" className="h2">
              {title}
            </Heading>
            <div className="mt-3 flex flex-col gap-5">{children}</div>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLocale>
  );
}
