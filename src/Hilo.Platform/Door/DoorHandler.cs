using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Hilo.Platform;

/// <summary>Sends a page's API calls into the pipeline: as the page's visitor, in their own scope, outside any transaction.</summary>
/// <remarks>Answers are buffered: server-sent events go from the browser to the API, never through a page.</remarks>
public sealed class DoorHandler : HttpMessageHandler
{
    private readonly Door door;
    private readonly IHttpContextAccessor accessor;

    internal DoorHandler(Door door, IHttpContextAccessor accessor) => (this.door, this.accessor) = (door, accessor);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var page = accessor.HttpContext;
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        using var answerBody = new MemoryStream();
        var answer = new DoorResponse();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(RequestOf(request, body, page));
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody(body is not null));
        features.Set<IHttpResponseFeature>(answer);
        features.Set<IHttpResponseBodyFeature>(new DoorResponseBody(answerBody, answer));
        features.Set<IHttpRequestLifetimeFeature>(new Lifetime(cancellationToken));
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = page?.Connection.RemoteIpAddress ?? IPAddress.Loopback });
        features.Set(new Caller(page?.User ?? new()));

        // With the flow, the inner request would clear the page's own IHttpContextAccessor.
        Task call;
        using (ExecutionContext.SuppressFlow()) call = Task.Run(() => door.RunAsync(features), cancellationToken);
        await call;
        return AnswerOf(request, answer, answerBody.ToArray(), page);
    }

    private static HttpRequestFeature RequestOf(HttpRequestMessage request, byte[]? body, HttpContext? page)
    {
        var address = request.RequestUri!;
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, values) in request.Headers) headers[name] = values.ToArray();
        if (request.Content is { } content)
        {
            foreach (var (name, values) in content.Headers) headers[name] = values.ToArray();
            headers.ContentLength = body!.Length;
        }
        // Not to say who calls, which the caller object does: a mailed code works only in the browser that carries its mark.
        if (page is { Request.Headers.Cookie: { Count: > 0 } cookies }) headers.Cookie = cookies;
        headers.Host = page?.Request.Host.Value ?? address.Authority;
        headers.AcceptLanguage = CultureInfo.CurrentUICulture.Name;
        // The flow is cut, so the trace is handed over by hand.
        if (Activity.Current?.Id is { } trace) headers.TraceParent = trace;
        return new HttpRequestFeature
        {
            Method = request.Method.Method,
            Scheme = page?.Request.Scheme ?? address.Scheme,
            Protocol = "HTTP/1.1",
            Path = Uri.UnescapeDataString(address.AbsolutePath),
            QueryString = address.Query,
            RawTarget = address.PathAndQuery,
            Headers = headers,
            Body = body is null ? Stream.Null : new MemoryStream(body, writable: false),
        };
    }

    private static HttpResponseMessage AnswerOf(HttpRequestMessage request, DoorResponse answer, byte[] body, HttpContext? page)
    {
        // Signing in through a page gives the page's visitor the cookie.
        if (page is { Response.HasStarted: false } && answer.Headers.SetCookie is { Count: > 0 } cookies)
            page.Response.Headers.SetCookie = Microsoft.Extensions.Primitives.StringValues.Concat(page.Response.Headers.SetCookie, cookies);
        var message = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { RequestMessage = request, Content = new ByteArrayContent(body) };
        foreach (var (name, values) in answer.Headers)
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
                message.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        return message;
    }

    private sealed record HasBody(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    private sealed class Lifetime(CancellationToken cancel) : IHttpRequestLifetimeFeature
    {
        private readonly CancellationTokenSource aborted = CancellationTokenSource.CreateLinkedTokenSource(cancel);

        public CancellationToken RequestAborted { get => aborted.Token; set => throw new NotSupportedException(); }

        public void Abort() => aborted.Cancel();
    }
}
