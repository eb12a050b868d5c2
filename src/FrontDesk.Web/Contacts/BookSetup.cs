using System.Globalization;
using FrontDesk.Web.Contacts.Files;
using FrontDesk.Web.Desks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FrontDesk.Web.Contacts;

/// <summary>The book of contacts: what reads and writes it, and the way out for its cards.</summary>
public static class BookSetup
{
    public static IServiceCollection AddBook(this IServiceCollection services)
    {
        services.AddSingleton<PhoneBook>();
        services.AddSingleton<BookSearch>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<BookPen>();
        services.AddSingleton<BookActs>();
        services.AddSingleton<BookParting>();
        services.AddSingleton<BookUndo>();
        services.AddSingleton<CardMatching>();
        services.AddSingleton<BookFiles>();
        services.AddSingleton<BookImport>();
        services.AddSingleton<ImportDesk>();
        return services.AddHostedService<SoundsAtStart>();
    }

    public static void MapBook(this WebApplication app) => app.MapGet("/contacts/export", ExportAsync).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> ExportAsync(
        string desk, CardFormat format, DeskBook desks, PhoneBook book, TimeProvider time, CancellationToken cancel)
    {
        if (desks.Named(desk) is not { } found || !Enum.IsDefined(format))
        {
            return TypedResults.NotFound();
        }

        var file = CardExport.Of(await book.AllAsync(found.Id, cancel), format);
        return TypedResults.File(file.Bytes, file.MediaType, string.Create(CultureInfo.InvariantCulture, $"{found.Name}-book-{time.GetUtcNow():yyyy-MM-dd}.{file.Extension}"));
    }
}
