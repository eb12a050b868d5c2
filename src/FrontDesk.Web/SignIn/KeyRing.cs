using System.Xml.Linq;
using FrontDesk.Web.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FrontDesk.Web.SignIn;

/// <summary>The keys that seal cookies and forms, kept in the desk's own database so that a restart signs nobody out.</summary>
public sealed class KeyRing(Database database, TimeProvider time) : IXmlRepository
{
    // The framework asks synchronously, at start and about once in ninety days; no request waits on it.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. database.ReadAsync(look => look.QueryAsync<string>("select xml from protection_keys"), CancellationToken.None)
            .GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        database.WriteAsync(
            work => work.ExecuteAsync(
                "insert into protection_keys (id, friendly_name, xml) values (@id, @friendlyName, @xml)",
                new { id = Guid.CreateVersion7(time.GetUtcNow()), friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }),
            CancellationToken.None).GetAwaiter().GetResult();
}
