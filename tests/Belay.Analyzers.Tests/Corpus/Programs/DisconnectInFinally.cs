// BELAY005: a second cancellation stops the disconnect halfway (Bluetooth-Devices/bleak-esphome#288).
class Device(Connection connection)
{
    public async Coro Use()
    {
        try { await connection.WriteAsync("on"); }
        finally { await connection.CloseAsync(); }
    }
}
