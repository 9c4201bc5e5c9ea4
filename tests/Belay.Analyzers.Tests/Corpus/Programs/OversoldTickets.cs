// BELAY012: the last ticket is sold twice: checked, paid for, and only then taken.
class Tickets
{
    int left = 1;

    public async Coro Main() => await Coro.Gather(Buy(), Buy());

    async Coro Buy()
    {
        if (left == 0) return;
        await Coro.Sleep(TimeSpan.FromSeconds(1));
        left--;
    }
}
