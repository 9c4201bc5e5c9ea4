// BELAY007: .NET: Task.Result on the thread that would have to finish it (dotnet/roslyn#13611).
class Page(HttpClient http)
{
    public async Coro<int> Length()
    {
        await Coro.Yield();
        return http.GetStringAsync("http://localhost", Coro.Token).Result.Length;
    }
}
