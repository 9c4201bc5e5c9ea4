// BELAY001: a connection that is to be closed at the end stays open (bachya/simplisafe-python#205).
class Session(Connection connection)
{
    public async Coro Say(string text)
    {
        await connection.WriteAsync(text);
        _ = connection.CloseAsync();
    }
}
