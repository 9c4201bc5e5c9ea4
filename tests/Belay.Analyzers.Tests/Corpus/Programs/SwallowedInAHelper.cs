// BELAY002: the handler calls a method that may throw on, or not: nobody can tell from here.
class Guard
{
    public async Coro Run(Coro work)
    {
        try { await work; }
        catch (Exception error) { Handle(error); }
    }

    static void Handle(Exception error) => Console.WriteLine(error.Message);
}
