/** A ref for the field that a panel opens for: it takes the focus when the panel appears, as the person asked. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus()
}
