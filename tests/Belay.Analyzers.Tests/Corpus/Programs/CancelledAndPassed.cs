// BELAY002: CancelledError caught, and pass: shutdown hangs (IBM/mcp-context-forge#2941).
class Listener(AsyncQueue<string> messages)
{
    public async Coro Listen()
    {
        try
        {
            await foreach (var message in messages.ReadAllAsync()) Console.WriteLine(message);
        }
        catch (CancelledException)
        {
            Console.WriteLine("stopped");
        }
    }
}
