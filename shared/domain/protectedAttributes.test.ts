import { describe, expect, it } from 'vitest'
import { isProtected } from './protectedAttributes'

describe('an attribute is protected by the words of its name', () => {
  it.each([
    ...['age', 'ageBand', 'AGE_BAND', 'ageband', 'customer_age', 'householdAge', 'Age (years)', 'age2'],
    ...['gender', 'GenderIdentity', 'shopper-sex', 'isFemale', 'is_male', 'sexualOrientation'],
    ...['dob', 'DOB', 'customerDOB', 'dateOfBirth', 'year_of_birth', 'birthDate'],
    ...[
      'caste',
      'race',
      'ethnicOrigin',
      'religion',
      'nationality',
      'disability',
      'maritalStatus',
      'pregnant',
    ],
  ])('%s is', (field) => {
    expect(isProtected(field)).toBe(true)
  })

  it.each([
    ...['agency', 'agent', 'racecourse', 'birthplaceStore', 'averageBasket', 'page', 'sextant', 'storage'],
    ...['region', 'tenure', 'incomeBand', 'faithful', 'manager', 'brand', ''],
  ])('%j is not', (field) => {
    expect(isProtected(field)).toBe(false)
  })
})
