/** What whoever works here may look up to do their work. */
export const everyone = [
  'catalogue.read',
  'search.read',
  'item.read',
  'unit.read',
  'warehouse.read',
  'party.read',
  'customer.read',
  'supplier.read',
  'employee.read',
  'department.read',
  'project.read',
  'itemCategory.read',
  'taxRate.read',
  'currency.read',
  'paymentTerms.read',
  'company.read',
  'job.read',
  'file.create',
  'printer.read',
]

/** Anyone who works with goods may ask for a purchase, and see what became of it. */
export const requesting = [
  'purchaseRequest.read',
  'purchaseRequest.create',
  'purchaseRequest.update',
  'purchaseRequest.delete',
  'purchaseRequest.submit',
]

/** Anyone may claim what they spent for the company, and ask for an advance. */
export const claiming = [
  'expenseClaim.read',
  'expenseClaim.create',
  'expenseClaim.update',
  'expenseClaim.delete',
  'expenseClaim.submit',
  'expenseClaim.withdraw',
  'employeeAdvance.read',
  'employeeAdvance.create',
  'employeeAdvance.update',
  'employeeAdvance.delete',
  'employeeAdvance.submit',
  'employeeAdvance.withdraw',
  'expenseItem.read',
  'travelStandard.read',
  'staffAccount.read',
]
