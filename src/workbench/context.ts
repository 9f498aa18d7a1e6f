/** Hands the workbench to its components. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Workbench } from './store.ts';

const Context = createContext<Workbench | undefined>(undefined);

export const WorkbenchProvider = Context.Provider;

/** The workbench that a component stands in. @throws Error outside of one */
export function useWorkbench(): Workbench {
  const workbench = useContext(Context);
  if (!workbench) throw new Error('Outside a workbench');
  return workbench;
}
