global using Hilo.Web.Design;
global using Hilo.Web.Frames;
global using Microsoft.AspNetCore.Builder;
global using Microsoft.AspNetCore.Http;
global using Microsoft.AspNetCore.Routing;
global using Hilo.Client;
