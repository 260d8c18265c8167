// Whether the page is being printed: then every list stands in full. The state is at the root, so that all is drawn
// again from the top and the notes, which stand last, know every citation.

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

const PrintingContext = createContext(false);
export const PrintingProvider = PrintingContext.Provider;
export const use_printing = () => useContext(PrintingContext);

/** For the root only: follows the browser's word that it is about to print, or has. */
export function use_print_events(): boolean {
  const [printing, set_printing] = useState(false);
  useEffect(() => {
    const begin = () => set_printing(true);
    const end = () => set_printing(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
