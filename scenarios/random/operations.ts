import { itemCodes, places } from './world.ts'
import { costingCreation } from './costing-operations.ts'
import type { World } from './world.ts'
import type { Operation } from './operation.ts'
import { act, change, grow, postAgain, remove } from './changes.ts'
import { create, creations, shelve } from './creations.ts'
import { settle } from './settle.ts'

/** What only a company that costs in every way does. */
const costed = (world: World, serials: string[]): Operation => {
  const { books, chance } = world
  const scene = { item: chance.pick(itemCodes), date: world.day(), place: chance.pick(places) }
  const { type, input } = costingCreation({ books, chance, serials }, (name) => world.type(name), scene)
  return create(world, type.name, input)
}

/** The next thing to do. */
export const nextOperation = (world: World): Operation => {
  if (world.serials !== null && world.chance.happens(8)) return costed(world, world.serials)
  if (world.bins.length > 0 && world.chance.happens(10)) return shelve(world)
  const roll = world.chance.between(1, 100)
  const chosen =
    roll <= 38
      ? world.chance.pick(creations)(world)
      : roll <= 62
        ? grow(world)
        : roll <= 68
          ? settle(world)
          : roll <= 76
            ? act(world, 'unpost')
            : roll <= 82
              ? change(world, 'amend')
              : roll <= 87
                ? act(world, 'reverse')
                : roll <= 91
                  ? postAgain(world)
                  : roll <= 95
                    ? change(world, 'update')
                    : roll <= 97
                      ? act(world, world.chance.pick(['close', 'reopen', 'submit', 'reject'] as const))
                      : roll <= 98
                        ? act(world, 'void')
                        : remove(world)
  return chosen ?? world.chance.pick(creations)(world)
}
