// BELAY002: cancellation turned into an error of the library (langflow-ai/langflow#6625).
class Store
{
    public async Coro Save(string text)
    {
        try { await File.WriteAllTextAsync("notes.txt", text, Coro.Token); }
        catch (OperationCanceledException stop) { throw new InvalidOperationException("Not saved.", stop); }
    }
}
