// BELAY010: the end marker is put in a finally: into a full queue it is never put, and the cancellation hangs.
class Producer(AsyncQueue<int> numbers)
{
    public async Coro Produce()
    {
        try { for (var i = 0; i < 9; i++) await numbers.PutAsync(i); }
        finally { numbers.TryPut(-1); }
    }
}
