using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Belay.Tests.IO;

/// <summary>Certificates that are good for nothing but tests.</summary>
static class Certificates
{
    static readonly Lazy<X509Certificate2> s_server = new(() => Make("localhost"));
    static readonly Lazy<X509Certificate2> s_client = new(() => Make("a client"));

    public static X509Certificate2 Client => s_client.Value;

    public static SslServerAuthenticationOptions Server => new() { ServerCertificate = s_server.Value };

    /// <summary>Trusts the server's certificate if its name is right.</summary>
    public static SslClientAuthenticationOptions TrustingClient => new()
    {
        RemoteCertificateValidationCallback = (_, _, _, errors) => errors is SslPolicyErrors.None or SslPolicyErrors.RemoteCertificateChainErrors,
    };

    static X509Certificate2 Make(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
