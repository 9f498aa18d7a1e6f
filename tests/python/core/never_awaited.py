"""A coroutine that a statement leaves lying."""
import asyncio
import warnings


class Job:
    async def run(self):
        print("runs")


async def main():
    Job().run()
    await Job().run()


main()
asyncio.run(main())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    main()
print([str(one.message) for one in caught])
