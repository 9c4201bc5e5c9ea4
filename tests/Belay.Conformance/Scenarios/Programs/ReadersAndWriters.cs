// A lock for many readers or one writer, made of a condition.
namespace Belay.Conformance.Scenarios.Programs;

static class ReadersAndWriters
{
    sealed class SharedLock
    {
        readonly AsyncCondition _changed = new();
        int _readers;

        public async Coro Read(string name)
        {
            using (await _changed.AcquireAsync()) _readers++;
            Log(name, "reads, readers", _readers);
            await Turns(2);
            using (await _changed.AcquireAsync())
            {
                _readers--;
                _changed.NotifyAll();
            }
        }

        public async Coro Write(string name)
        {
            using (await _changed.AcquireAsync())
            {
                await _changed.WaitForAsync(() => _readers == 0);
                Log(name, "writes");
                await Turns(2);
                Log(name, "has written");
            }
        }
    }

    public static Coro Main() => TaskGroup.Run(async group =>
    {
        var shared = new SharedLock();
        group.CreateTask(shared.Read("ann"));
        group.CreateTask(shared.Write("bob"));
        group.CreateTask(shared.Read("cid"));
        await Turns(3);
        group.CreateTask(shared.Read("dan"));
    });
}
