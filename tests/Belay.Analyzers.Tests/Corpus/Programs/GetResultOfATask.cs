// BELAY007: .NET: GetAwaiter().GetResult() deadlocks just as well (JosefNemec/Playnite#2733).
class Cookies(HttpClient http)
{
    public async Coro Load()
    {
        await Coro.Yield();
        Console.WriteLine(http.GetStringAsync("http://localhost", Coro.Token).GetAwaiter().GetResult());
    }
}
