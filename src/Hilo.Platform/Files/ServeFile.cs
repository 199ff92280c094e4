namespace Hilo.Platform;

/// <summary><c>GET /files/{id}</c>: a file to everyone who knows its id. Content never changes under an id, so browsers keep it.</summary>
internal static class ServeFile
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/files/{id}", HandleAsync).AllowAnyone().ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(FileId id, IFiles files, HttpContext http, CancellationToken cancel)
    {
        var etag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{id}\"");
        if (await files.OpenAsync(id, cancel) is not { } file) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.File(file.Content, file.Kind.ContentType, file.Kind.IsPicture ? null : $"{id}{file.Kind.Extension}", entityTag: etag);
    }
}
