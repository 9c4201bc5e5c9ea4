// BELAY006: nested acquires in one method (neosmart/AsyncLock#18, there reentrant and still stuck).
class Repository
{
    readonly AsyncLock gate = new();

    public async Coro Save()
    {
        using (await gate.AcquireAsync())
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                using (await gate.AcquireAsync()) Console.WriteLine(attempt);
            }
        }
    }
}
