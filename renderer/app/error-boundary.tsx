// Catches what a screen throws while it renders, so that the window and the other screens stay.
// Must not try to repair anything: it tells, and it offers to load again.
import { Component, type ReactNode } from 'react';
import { useTranslate } from '../i18n/translate-context.tsx';
import { Button } from '../ui/button.tsx';
import { RecoveryScreen } from './recovery-screen.tsx';
import { navigate } from './router.ts';

export interface ErrorBoundaryProps {
  /** A change of this value tries again, such as the address of the screen. */
  readonly resetKey: string;
  readonly onCopyDetails?: ((details: string) => void) | undefined;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly thrown: unknown;
  readonly hasFailed: boolean;
  readonly resetKey: string;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState;

  constructor(props: ErrorBoundaryProps) {
    super(props);
    this.state = { thrown: undefined, hasFailed: false, resetKey: props.resetKey };
  }

  static getDerivedStateFromError(thrown: unknown): Partial<ErrorBoundaryState> {
    return { thrown, hasFailed: true };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    if (props.resetKey === state.resetKey) return null;
    return { thrown: undefined, hasFailed: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const { onCopyDetails } = this.props;
    const details = describe(this.state.thrown);
    return <CrashScreen onCopyDetails={onCopyDetails && (() => onCopyDetails(details))} />;
  }
}

function CrashScreen({ onCopyDetails }: { readonly onCopyDetails?: (() => void) | undefined }) {
  const t = useTranslate();
  return (
    <RecoveryScreen
      title={t('recovery:crashTitle')}
      lead={t('recovery:crashText')}
      onCopyDetails={onCopyDetails}
      actions={
        <>
          <Button variant="primary" onPress={() => location.reload()}>
            {t('recovery:reload')}
          </Button>
          <Button onPress={() => navigate({ screen: 'library' })}>{t('recovery:toLibrary')}</Button>
        </>
      }
    />
  );
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
